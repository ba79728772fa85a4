import { Button, FluentProvider, mergeClasses } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { paneTextsEn } from '../app/messages/pane-texts-en';
import { paneTextsTh } from '../app/messages/pane-texts-th';
import { themes, useSharedStyles } from './theme';

const ReloadView = ({ sentence, reload }: { readonly sentence: string; readonly reload: string }) => {
  const shared = useSharedStyles();
  return (
    <main className={mergeClasses(shared.column, shared.padded)}>
      <p role="alert" className={shared.text}>
        {sentence}
      </p>
      <Button
        appearance="primary"
        onClick={() => {
          window.location.reload();
        }}
      >
        {reload}
      </Button>
    </main>
  );
};

/** Shown while Excel does not answer, nor says its language; the officer can load the pane anew. */
export const ConnectionView = () => (
  <FluentProvider theme={themes.light}>
    <ReloadView
      sentence={`${paneTextsTh.notConnected} · ${paneTextsEn.notConnected}`}
      reload={`${paneTextsTh.reload} · ${paneTextsEn.reload}`}
    />
  </FluentProvider>
);

type BoundaryProps = { readonly sentence: string; readonly reload: string; readonly children: ReactNode };

/** Shows a sentence in place of a view that did not load, where React would leave a blank pane. */
export class LoadBoundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    const { sentence, reload, children } = this.props;
    return this.state.hasFailed ? <ReloadView sentence={sentence} reload={reload} /> : children;
  }
}
