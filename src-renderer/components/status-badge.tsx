import { Ban, CircleAlert, CircleCheck, Clock, GitFork, Info, type LucideIcon } from 'lucide-react';
import type { Tone } from './tone.ts';

const ICONS: Readonly<Record<Tone, LucideIcon>> = {
  good: CircleCheck,
  waiting: Clock,
  bad: CircleAlert,
  choice: GitFork,
  quiet: Ban,
  accent: Info,
};

export interface StatusBadgeProps {
  readonly tone: Tone;
  readonly word: string;
}

/** A state in a word, a colour and a sign. */
export function StatusBadge({ tone, word }: StatusBadgeProps) {
  const Icon = ICONS[tone];
  return (
    <span className="tb-tone tb-badge" data-tone={tone}>
      <Icon size={14} aria-hidden />
      {word}
    </span>
  );
}
