import { ComponentOwner } from './component-owner.ts';
import { instancePrototype } from './instance-prototype.ts';
import { ownerOf } from './template-owner.ts';

const componentOf = (target: unknown): ComponentOwner | undefined => {
  const owner = ownerOf(target);
  return owner instanceof ComponentOwner ? owner : undefined;
};

/** What `this` of a component has beside its own methods. */
export const componentPrototype: object = Object.create(
  instancePrototype,
  Object.getOwnPropertyDescriptors({
    /** The page or component in whose template it stands. */
    selectOwnerComponent(): unknown {
      return componentOf(this)?.parent.reference ?? null;
    },
    /** What it stands in, as events go up. */
    selectComposedParentComponent(): unknown {
      return componentOf(this)?.composed.reference ?? null;
    },
    /** Whether it takes in that mixin. */
    hasMixin(mixin: unknown): boolean {
      const component = componentOf(this);
      if (!component) return false;
      if (mixin === 'ref') return component.definition.ref !== undefined;
      return component.definition.mixins.has(mixin as object);
    },
  }),
);
