import { mergeClasses } from '@fluentui/react-components';
import { useEffect, type ReactNode } from 'react';

/** Whether the officer is at work in the pane; what Excel shows of itself must not draw the keyboard here. */
let isUsed = false;

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Puts the keyboard where the news is, if what had it is gone. */
export const landIfLost = (): void => {
  if (!isUsed || !isLost()) return;
  const seen = [...document.querySelectorAll<HTMLElement>('[data-landing]')].filter(
    (target) => target.closest('[hidden]') === null,
  );
  seen.at(-1)?.focus();
};

/** Notes when the officer works in the pane and when elsewhere. */
export const useFocusKept = (): void => {
  useEffect(() => {
    const begin = (): void => {
      isUsed = true;
    };
    const end = (): void => {
      isUsed = false;
    };
    document.addEventListener('pointerdown', begin, true);
    document.addEventListener('keydown', begin, true);
    window.addEventListener('blur', end);
    return () => {
      document.removeEventListener('pointerdown', begin, true);
      document.removeEventListener('keydown', begin, true);
      window.removeEventListener('blur', end);
    };
  }, []);
};

/** A heading or a sentence that gets the keyboard when it comes in place of what had it. */
export const Landing = ({
  as: Tag,
  className,
  role,
  children,
}: {
  readonly as: 'h1' | 'p';
  readonly className?: string;
  readonly role?: 'alert';
  readonly children: ReactNode;
}) => {
  useEffect(() => {
    landIfLost();
    return () => {
      setTimeout(landIfLost);
    };
  }, []);
  return (
    <Tag tabIndex={-1} data-landing role={role} className={mergeClasses(className)}>
      {children}
    </Tag>
  );
};
