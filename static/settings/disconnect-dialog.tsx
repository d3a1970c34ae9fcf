import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import type { ReactNode } from 'react';
import type { AnswerError } from '../../src/contract/answer';
import { ErrorNote } from '../shared/error-note';
import { useSettings } from './use-settings';

interface DisconnectDialogProperties {
  readonly system: 'salesforce' | 'tempo';
  readonly busy: boolean;
  readonly error: AnswerError | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Says what disconnecting stops and what stays, before it is done. */
export function DisconnectDialog({ system, busy, error, onConfirm, onClose }: DisconnectDialogProperties): ReactNode {
  const { t } = useSettings();
  return (
    <ModalTransition>
      <Modal onClose={onClose} width="small">
        <ModalHeader>
          <ModalTitle appearance="danger">{t(`disconnect.${system}.title`)}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <p>{t(`disconnect.${system}.body`)}</p>
          {error !== null && <ErrorNote error={error} />}
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose} isDisabled={busy}>{t('cancel')}</Button>
          <Button appearance="danger" onClick={onConfirm} isLoading={busy} autoFocus>{t('disconnect')}</Button>
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}
