/** What is said of scenarios where they are not looked at: the rest is in scenarios.ts, and fetched with it. */
export const scenario = {
  one: 'Scenario',
  choose: 'Choose a scenario',
  help: 'What a real wallet can do, each as a file: choose one to try it here, or run them all.',
  leave: 'Leave this scenario: what it set stays',
  record: 'Record',
  recordTip: 'From now on, until you press it again: then save what happened as a scenario or a test',
  stopRecording: 'Stop recording',
  stopTip: 'Stop, and save what happened since as a scenario or a test',
  session: 'Save this session…',
  sessionTip: 'As a scenario file, or as a Playwright test',
};
