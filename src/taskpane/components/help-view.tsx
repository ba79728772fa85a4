import { Button, mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { helpTextsEn } from '../../app/messages/help-texts-en';
import { helpTextsTh } from '../../app/messages/help-texts-th';
import type { Language } from '../../app/messages/messages';
import { useSharedStyles } from '../theme';

/** What officers ask most, answered inside the pane. */
export const HelpView = ({
  language,
  onClose,
}: {
  readonly language: Language;
  readonly onClose: () => void;
}) => {
  const shared = useSharedStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const { title, close, sections } = language === 'th' ? helpTextsTh : helpTextsEn;
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <main
      className={mergeClasses(shared.middle, shared.column, shared.padded)}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <h1 ref={heading} tabIndex={-1} className={shared.heading}>
        {title}
      </h1>
      {sections.map((section) => (
        <section key={section.heading} className={shared.tight}>
          <h2 className={shared.subheading}>{section.heading}</h2>
          {section.lines.map((line) => (
            <p key={line} className={shared.text}>
              {line}
            </p>
          ))}
        </section>
      ))}
      <Button onClick={onClose}>{close}</Button>
    </main>
  );
};
