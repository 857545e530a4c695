import { z } from 'zod';
import { clearableText } from '../rest/body.ts';

const wholeNumber = z
  .int()
  .nullable()
  .transform((value) => value ?? undefined);

export const EMAIL_BODY = z.object({ emailAddress: z.string().min(1).max(127).exactOptional() });
export const PHONE_BODY = z.object({ phoneNumber: z.string().min(1).max(21).exactOptional() });

/** All but the further lines is required (clover.md 8). */
export const ADDRESS_BODY = z.object({
  address1: z.string().max(255).exactOptional(),
  address2: clearableText(255).exactOptional(),
  address3: clearableText(255).exactOptional(),
  city: z.string().max(127).exactOptional(),
  state: z.string().max(127).exactOptional(),
  zip: z.string().max(10).exactOptional(),
  country: z.string().max(2).exactOptional(),
});

export const METADATA_BODY = z.object({
  businessName: clearableText(127).exactOptional(),
  note: clearableText(2000).exactOptional(),
  dobYear: wholeNumber.exactOptional(),
  dobMonth: wholeNumber.exactOptional(),
  dobDay: wholeNumber.exactOptional(),
});

/** Contacts are arrays of their own: a flat `email` is dropped in silence (clover.md 8). */
export const CUSTOMER_BODY = z.object({
  firstName: clearableText(64).exactOptional(),
  lastName: clearableText(64).exactOptional(),
  emailAddresses: z.array(EMAIL_BODY).exactOptional(),
  phoneNumbers: z.array(PHONE_BODY).exactOptional(),
  addresses: z.array(ADDRESS_BODY).exactOptional(),
  metadata: METADATA_BODY.exactOptional(),
});

export type CustomerBody = z.output<typeof CUSTOMER_BODY>;
export type EmailBody = z.output<typeof EMAIL_BODY>;
export type PhoneBody = z.output<typeof PHONE_BODY>;
export type AddressBody = z.output<typeof ADDRESS_BODY>;
