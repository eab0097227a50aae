import classes from "./mark.module.css";

/** The sign of the house: a stepped gable and the name. */
export function Mark() {
  return (
    <span className={classes.mark}>
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
        <path fill="currentColor" d="M4 30V13l4-2V8l3-1.5V4l5-2.5L21 4v2.5L24 8v3l4 2v17h-9v-8a3 3 0 0 0-6 0v8z" />
        <path className={classes.window} d="M9 15h3v4H9zm5.5-5h3v4h-3zM20 15h3v4h-3z" />
      </svg>
      <span className={classes.name}>Kontor</span>
    </span>
  );
}
