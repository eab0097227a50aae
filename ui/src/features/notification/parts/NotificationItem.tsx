import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Notification, NotificationAction } from "@/api/types";
import { JoiningDialog } from "@/features/application/JoiningDialog";
import { OpeningDialog } from "@/features/dataset/OpeningDialog";
import { act } from "@/features/notification/api/act";
import { notificationsKey } from "@/features/notification/api/notifications";
import { readNotification } from "@/features/notification/api/read-notifications";
import { Tag } from "@/shared/Tag";
import { sentence } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";
import { When } from "@/shared/When";
import classes from "./notification.module.css";

/** One notification: what happened, and what can be done about it. Opening it, or acting on it, reads it. */
export function NotificationItem({ notification }: { notification: Notification }) {
  const { id, kind, objectId, workspace, text, at, page, read, outcome, actions } = notification;
  const queryClient = useQueryClient();
  const reading = useMutation({ mutationFn: () => readNotification(id), onSuccess: () => queryClient.invalidateQueries({ queryKey: notificationsKey }) });
  const markRead = () => !read && reading.mutate();
  return (
    <li className={classes.item} data-unread={!read || undefined}>
      <div className={classes.text}>
        <Text component="div">
          <Link to={page} className={classes.open} onClick={markRead}>
            {text}
          </Link>
        </Text>
        <Text size="sm" c="dimmed" component="div">
          <When at={at} />
        </Text>
      </div>
      <div className={classes.actions}>
        {actions.map((action, index) =>
          action.name === "CONFIRM" && kind === "OPENING_ASKED" && objectId ? (
            <OpeningButton key={action.name} dataset={objectId} done={markRead} />
          ) : action.name === "APPROVE" && kind === "JOINING_ASKED" && objectId && workspace ? (
            <JoiningButton key={action.name} workspace={workspace.id} application={objectId} done={markRead} />
          ) : (
            <ActionButton key={action.name} action={action} first={index === 0} done={markRead} />
          ),
        )}
        {outcome && <Tag>{sentence(outcome)}</Tag>}
        {!read && actions.length === 0 && (
          <Button className={classes.quiet} variant="subtle" color="gray" size="xs" loading={reading.isPending} onClick={markRead}>
            Mark as read
          </Button>
        )}
      </div>
    </li>
  );
}

function ActionButton({ action, first, done }: { action: NotificationAction; first: boolean; done: () => void }) {
  const acting = useAct(() => act(action), { refresh: [notificationsKey, ["organizations"], ["workspaces"], ["datasets"]], says: SAID[action.name] ?? "Done.", done });
  return (
    <Button variant={first ? "filled" : "default"} size="xs" loading={acting.isPending} onClick={() => acting.mutate()}>
      {sentence(action.name)}
    </Button>
  );
}

/** Whoever lets somebody in sees who it is, and says what their organization is to be (T-14). */
function JoiningButton({ workspace, application, done }: { workspace: string; application: string; done: () => void }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button size="xs" onClick={open}>
        Let in
      </Button>
      <JoiningDialog workspace={workspace} application={application} opened={opened} close={close} done={done} />
    </>
  );
}

/** What is to be confirmed is shown first, with its sources (T-03). */
function OpeningButton({ dataset, done }: { dataset: string; done: () => void }) {
  const [opened, { open, close }] = useDisclosure();
  const queryClient = useQueryClient();
  const confirmed = () => {
    done();
    void queryClient.invalidateQueries({ queryKey: notificationsKey });
  };
  return (
    <>
      <Button size="xs" onClick={open}>
        Confirm
      </Button>
      <OpeningDialog dataset={dataset} opened={opened} close={close} done={confirmed} />
    </>
  );
}

const SAID: Record<string, string> = {
  INVITE: "Invited. The link is with your organization's invitations.",
  RENEW: "The invitation is open again, under your name.",
  REVOKE: "The invitation is revoked.",
  APPROVE: "Approved.",
  REJECT: "Rejected. Whoever asked is told.",
};
