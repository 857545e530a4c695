import { Component, type ReactNode } from 'react';
import { t } from '../i18n/i18n.ts';
import { FailureNotice } from './failure-notice.tsx';
import { Screen } from './screen.tsx';

interface ScreenGuardProps {
  /** Another screen is another try. */
  readonly screen: string;
  readonly children: ReactNode;
}

interface GuardState {
  readonly screen: string;
  readonly hasFailed: boolean;
}

/** Stands in for a screen whose file could not be read or that failed while it was drawn; the frame stays. */
export class ScreenGuard extends Component<ScreenGuardProps, GuardState> {
  override state: GuardState = { screen: this.props.screen, hasFailed: false };

  static getDerivedStateFromProps({ screen }: ScreenGuardProps, state: GuardState): GuardState | null {
    return screen === state.screen ? null : { screen, hasFailed: false };
  }

  static getDerivedStateFromError(): Pick<GuardState, 'hasFailed'> {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    const failure = {
      code: '',
      message: t('This screen could not be shown.'),
      hint: t('Load the window again. The sync goes on meanwhile.'),
    };
    return (
      <Screen title={t('Something is missing')}>
        <FailureNotice
          failure={failure}
          action={{ word: t('Load again'), act: () => window.location.reload() }}
        />
      </Screen>
    );
  }
}
