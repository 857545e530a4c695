import { Stepper } from '@mantine/core';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Screen } from '../../components/screen.tsx';
import { t } from '../../i18n/i18n.ts';
import { useSetup } from '../../state/setup.ts';
import { CheckStep } from './check-step.tsx';
import { ModeStep } from './mode-step.tsx';
import { PlanStep } from './plan-step.tsx';
import { RulesStep } from './rules-step.tsx';
import { StoreStep } from './store-step.tsx';
import { TillStep } from './till-step.tsx';

const STEPS = [
  { word: t('Practice or real'), content: ModeStep },
  { word: t('Till'), content: TillStep },
  { word: t('Store'), content: StoreStep },
  { word: t('Checks'), content: CheckStep },
  { word: t('What wins'), content: RulesStep },
  { word: t('Plan'), content: PlanStep },
] as const;

/** Six steps from nothing to the first plan. */
export function SetupScreen() {
  const { step, failure, go } = useSetup();
  const Content = STEPS[step]?.content ?? ModeStep;
  return (
    <Screen
      title={t('Setup')}
      lead={t(
        'Step {{step}} of {{steps}}. It takes about ten minutes, and nothing is written before you approve the plan.',
        { step: step + 1, steps: STEPS.length },
      )}
    >
      <Stepper
        active={step}
        onStepClick={go}
        size="sm"
        wrap={false}
        className="tb-stepper"
        role="group"
        aria-label={t('Steps of the setup')}
      >
        {STEPS.map(({ word }) => (
          <Stepper.Step key={word} label={word} />
        ))}
      </Stepper>
      {failure && <FailureNotice failure={failure} />}
      <Content />
    </Screen>
  );
}
