import { Button, FluentProvider, mergeClasses } from '@fluentui/react-components';
import { paneTextsTh } from '../app/messages/pane-texts-th';
import { paneTheme, useSharedStyles } from './theme';

/** Shown while Excel does not answer; the officer can load the pane anew. */
export const ConnectionView = () => {
  const shared = useSharedStyles();
  return (
    <FluentProvider theme={paneTheme}>
      <main className={mergeClasses(shared.column, shared.padded)}>
        <p role="alert" className={shared.text}>
          {paneTextsTh.notConnected}
        </p>
        <Button
          appearance="primary"
          onClick={() => {
            window.location.reload();
          }}
        >
          {paneTextsTh.reload}
        </Button>
      </main>
    </FluentProvider>
  );
};
