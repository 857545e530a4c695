import { Stepper } from '@mantine/core';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Screen } from '../../components/screen.tsx';
import { useSetup } from '../../state/setup.ts';
import { CheckStep } from './check-step.tsx';
import { ModeStep } from './mode-step.tsx';
import { PlanStep } from './plan-step.tsx';
import { RulesStep } from './rules-step.tsx';
import { StoreStep } from './store-step.tsx';
import { TillStep } from './till-step.tsx';

const STEPS = [
  { word: 'Practice or real', content: ModeStep },
  { word: 'Till', content: TillStep },
  { word: 'Store', content: StoreStep },
  { word: 'Checks', content: CheckStep },
  { word: 'What wins', content: RulesStep },
  { word: 'Plan', content: PlanStep },
] as const;

/** Six steps from nothing to the first plan. */
export function SetupScreen() {
  const { step, failure, go } = useSetup();
  const Content = STEPS[step]?.content ?? ModeStep;
  return (
    <Screen
      title="Setup"
      lead={`Step ${step + 1} of ${STEPS.length}. It takes about ten minutes, and nothing is written before you approve the plan.`}
    >
      <Stepper
        active={step}
        onStepClick={go}
        size="sm"
        wrap={false}
        className="tb-stepper"
        role="group"
        aria-label="Steps of the setup"
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
