/** Word lists of the generated shop. An empty word means the name goes without that part. */

export const KITCHEN_STYLES = [
  '',
  "Chef's",
  'House',
  'Wood-fired',
  'Slow-roasted',
  'Crispy',
  'Grilled',
  'Loaded',
  'Classic',
  "Nonna's",
  'Farmhouse',
  'Flame-kissed',
  'Sunday',
  '"Inferno"',
  'Half-and-Half',
] as const;

export const BAKERY_STYLES = [
  '',
  'Fresh-baked',
  'Old-fashioned',
  'Brown Butter',
  'Whole Wheat',
  'Gluten-free',
  'Mini',
  'Double',
  'Crème',
  'Pâtissier',
  "Grandma's",
  'Overnight',
] as const;

export const BAR_STYLES = [
  '',
  'Iced',
  'Frozen',
  'Sparkling',
  'House',
  'Unsweetened',
  'Double',
  'Barrel-aged',
  'Cold-pressed',
  'Spiced',
  'Café',
  'Rosé',
] as const;

export const GROCERY_STYLES = [
  '',
  'Organic',
  'Small-batch',
  'Farmhouse',
  'Artisan',
  'Fair-trade',
  'Heritage',
  'Reserve',
  "Miller's",
  'Premium',
  'Local',
  'Old-world',
  'Père Martin’s',
] as const;

export const RETAIL_STYLES = [
  '',
  'Handcrafted',
  'Recycled',
  'Everyday',
  'Limited',
  'Vintage',
  'Signature',
  'Coastal',
  'Studio',
  'Heirloom',
  'Travel',
  '"Corner Oven"',
  'Nordic',
] as const;

export const SAVOURY = [
  'Truffle & Mushroom',
  'Jalapeño',
  'Gruyère',
  'Chicken & Waffle',
  'Pulled Pork',
  'Smoked Brisket',
  'Garlic Shrimp',
  'Roasted Pepper',
  'Spinach & Feta',
  'Chipotle',
  'Pesto',
  'Buffalo',
  'Béchamel',
  'Chorizo',
  'Halloumi',
  'Black Bean',
  'Caramelized Onion',
  'Mac & Cheese',
] as const;

export const SWEET = [
  'Salted Caramel',
  'Dark Chocolate',
  'Crème Brûlée',
  'Pistachio',
  'Maple Pecan',
  'Dulce de Leche',
  'Cookies & Cream',
  'Hazelnut',
  'Vanilla Bean',
  'Almond',
  'Tiramisù',
  'Peanut Butter',
  'Coconut',
  'Marzipan',
  'Cinnamon',
  "S'mores",
] as const;

export const FRUIT = [
  'Blood Orange',
  'Açaí',
  'Piña Colada',
  'Lemon & Ginger',
  'Raspberry',
  'Peach',
  'Sour Cherry',
  'Mango & Chili',
  'Apple',
  'Yuzu',
  'Passion Fruit',
  'Blueberry',
  'Watermelon',
  'Pear & Elderflower',
  'Lime',
  'Black Currant',
] as const;

export const SPICED = [
  'Smoked Paprika',
  'Sea Salt & Cracked Pepper',
  'Rosemary',
  'Salt & Vinegar',
  'Honey & Mustard',
  "Za'atar",
  'Turmeric',
  'Herbes de Provence',
  'Wild Garlic',
  'Lemon Thyme',
  'Hot Honey',
  'Piment d’Espelette',
  'Fennel',
  'Chili & Lime',
  'Black Truffle',
  'Toasted Cumin',
] as const;

export const COFFEE_ORIGINS = [
  'Colombia',
  'São Paulo',
  'Sidamo',
  'Huehuetenango',
  'Oaxaca',
  'Kona',
  'Sumatra',
  'Yirgacheffe',
  'Tarrazú',
  'Nyeri',
  'Minas Gerais',
  'Antigua',
  'Boquete',
  'Brooklyn',
  'Harbor',
  'Midnight',
] as const;

export const CELLAR_REGIONS = [
  'Finger Lakes',
  'Napa',
  'Alto Adige',
  'Jura',
  'Rioja',
  'Hudson Valley',
  'Côte d’Azur',
  'Willamette',
  'Mosel',
  'Douro',
  'Brooklyn',
  'Catskill',
  'Penedès',
  'Long Island',
  'Vermont',
  'Tōkyō',
] as const;

export const DAIRY_REGIONS = [
  'Vermont',
  'Hudson Valley',
  'Wisconsin',
  'Jura',
  'Normandie',
  'Pyrénées',
  'Point Reyes',
  'Tuscan',
  'Alto Adige',
  'Rioja',
  'Smoked',
  'Aged',
  'Truffled',
  'Black Pepper',
  'Chili & Lime',
  'Herb-crusted',
] as const;

export const GRAINS = [
  'Durum',
  'Spelt',
  'Saffron',
  'Spinach',
  'Squid Ink',
  'Lemon & Pepper',
  'Porcini',
  'Beetroot',
  'Whole Wheat',
  'Toasted',
  'Golden',
  'Wild',
  'Chickpea',
  'Buckwheat',
  'Açorda',
  'Three-Color',
] as const;

export const PET_FLAVOURS = [
  'Chicken',
  'Salmon',
  'Duck & Pear',
  'Beef',
  'Peanut Butter',
  'Pumpkin',
  'Turkey',
  'Lamb & Rice',
  'Bacon',
  'Sweet Potato',
  'Venison',
  'Tuna',
] as const;

export const PLANTS = [
  'Basil',
  'Lavender',
  'Heirloom Tomato',
  'Jalapeño',
  'Chives',
  'Sunflower',
  'Lemon Thyme',
  'Wildflower',
  'Mint',
  'Peppers & Chilies',
  'Rosemary',
  'Marigold',
  'Sugar Snap',
  'Radish',
  'Nasturtium',
  'Cilantro',
] as const;

export const SCENTS = [
  'Lavender',
  'Cedar & Sage',
  'Fig',
  'Bergamot',
  'Sandalwood',
  'Sea Breeze',
  'Vétiver',
  'Rose & Oud',
  'Eucalyptus',
  'Citrus Grove',
  'Jasmine',
  'Amber',
  'Fresh Linen',
  'Patchouli',
  'Pine',
  'Neroli',
] as const;

export const COLOURS = [
  'Sage Green',
  'Midnight Blue',
  'Terracotta',
  'Black & White',
  'Mustard',
  'Blush',
  'Charcoal',
  'Ivory',
  'Forest',
  'Sky',
  'Cherry Red',
  'Olive',
  'Ochre',
  'Plum',
  'Striped',
  'Speckled',
] as const;

export const THEMES = [
  'Botanical',
  'Pizza Night',
  'Cats & Dogs',
  'Lighthouse',
  'Retro Diner',
  'Mountain',
  'Ocean',
  'Birds of New York',
  'Día de Muertos',
  'Constellation',
  'Subway Map',
  'Farmers’ Market',
  'Dinosaur',
  'Rainbow',
  'Woodland',
  'Jazz & Blues',
] as const;

export const PLATES = [''] as const;
export const PORTIONS = ['', 'for Two', 'Family Tray', 'Half Portion'] as const;
export const PIZZA_SIZES = ['7"', '10"', '12"', '16"', '20" Party'] as const;
export const CUPS = ['8 oz', '12 oz', '16 oz', '20 oz', 'Pitcher'] as const;
export const BOTTLES = ['250 ml', '330 ml', '12 oz', '500 ml', '750 ml', '1 L'] as const;
export const BAGS = ['100 g', '250 g', '500 g', '8 oz', '1 lb', '1 kg'] as const;
export const JARS = ['4 oz', '180 g', '8 oz', '340 g', '16 oz'] as const;
export const PACKS = ['', '2-Pack', '4-Pack', '6-Pack', 'Dozen'] as const;
export const DIMENSIONS = ['Small', 'Medium', 'Large', '8" × 10"', '12" × 16"'] as const;
export const SETS = ['', 'Set of 2', 'Set of 4', 'Large', 'Gift Box'] as const;
export const ONE_SIZES = ['', 'Mini', 'Large', 'Kids’'] as const;
export const CLOTHES_SIZES = ['XS', 'S', 'M', 'L', 'XL', '2XL'] as const;
