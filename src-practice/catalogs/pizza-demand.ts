/** How often each size of each pizza was sold in the year of the public set, by its SKU. */
const SOLD = [
  'bbq_ckn_l:992 bbq_ckn_m:956 bbq_ckn_s:484 big_meat_s:1914 brie_carre_s:490 calabrese_l:276',
  'calabrese_m:562 calabrese_s:99 cali_ckn_l:927 cali_ckn_m:944 cali_ckn_s:499 ckn_alfredo_l:188',
  'ckn_alfredo_m:703 ckn_alfredo_s:96 ckn_pesto_l:399 ckn_pesto_m:276 ckn_pesto_s:298 classic_dlx_l:473',
  'classic_dlx_m:1181 classic_dlx_s:799 five_cheese_l:1409 four_cheese_l:1316 four_cheese_m:586',
  'green_garden_l:95 green_garden_m:302 green_garden_s:600 hawaiian_l:919 hawaiian_m:483',
  'hawaiian_s:1020 ital_cpcllo_l:732 ital_cpcllo_m:404 ital_cpcllo_s:302 ital_supr_l:747',
  'ital_supr_m:941 ital_supr_s:196 ital_veggie_l:190 ital_veggie_m:486 ital_veggie_s:305',
  'mediterraneo_l:370 mediterraneo_m:275 mediterraneo_s:289 mexicana_l:867 mexicana_m:455',
  'mexicana_s:162 napolitana_l:566 napolitana_m:427 napolitana_s:471 pep_msh_pep_l:384',
  'pep_msh_pep_m:397 pep_msh_pep_s:578 pepperoni_l:728 pepperoni_m:939 pepperoni_s:751',
  'peppr_salami_l:696 peppr_salami_m:428 peppr_salami_s:322 prsc_argla_l:435 prsc_argla_m:598',
  'prsc_argla_s:424 sicilian_l:613 sicilian_m:574 sicilian_s:751 soppressata_l:405 soppressata_m:268',
  'soppressata_s:288 southw_ckn_l:1016 southw_ckn_m:534 southw_ckn_s:367 spicy_ital_l:1109',
  'spicy_ital_m:408 spicy_ital_s:407 spin_pesto_l:284 spin_pesto_m:282 spin_pesto_s:404',
  'spinach_fet_l:445 spinach_fet_m:562 spinach_fet_s:439 spinach_supr_l:283 spinach_supr_m:267',
  'spinach_supr_s:400 thai_ckn_l:1410 thai_ckn_m:481 thai_ckn_s:480 the_greek_l:255 the_greek_m:281',
  'the_greek_s:304 the_greek_xl:552 the_greek_xxl:28 veggie_veg_l:427 veggie_veg_m:635 veggie_veg_s:464',
];

/** How many orders of that year had one line, two lines, and so on. */
export const LINES_PER_ORDER: readonly number[] = [
  8201, 6196, 3325, 2888, 144, 75, 75, 83, 65, 59, 69, 71, 52, 38, 7,
];

/** How many lines of that year were of one piece, two, three and four. */
export const PIECES_PER_LINE: readonly number[] = [47693, 903, 21, 4];

/** What guests of the real pizzeria ordered: pieces a year by SKU. */
export const readPizzaDemand = (): ReadonlyMap<string, number> =>
  new Map(
    SOLD.flatMap((line) => line.split(' ')).map((pair) => {
      const [sku = '', pieces = '0'] = pair.split(':');
      return [sku, Number(pieces)];
    }),
  );
