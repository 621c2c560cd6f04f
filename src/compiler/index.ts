/** AXML programs: files to units that a frame runs (contract/axml). Runs in a worker and in Node alike. */
export {
  type ChangeResult,
  createProject,
  type Project,
  type ProjectOptions,
  type UnitResult,
} from './project/project.ts';
