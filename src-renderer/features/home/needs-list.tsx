import { Stack, Title } from '@mantine/core';
import { FailureNotice } from '../../components/failure-notice.tsx';
import type { Need } from './list-needs.ts';

/** The things that wait for a person, each with its one action. */
export function NeedsList({ needs }: { readonly needs: readonly Need[] }) {
  if (needs.length === 0) return null;
  return (
    <Stack component="section" gap="sm" aria-label="Needs you">
      <Title order={2}>Needs you</Title>
      {needs.map(({ failure, action }) => (
        <FailureNotice key={`${failure.code} ${failure.message}`} failure={failure} action={action} />
      ))}
    </Stack>
  );
}
