/**
 * What a compiled template is: functions from data to nodes. The compiler emits calls of {@link Toolkit}, the runtime in the
 * frame implements it; neither knows more of the other.
 *
 *     <view class="row {{on ? 'on' : ''}}" onTap="pick" a:for="{{rows}}" a:key="id">{{item.label}} · {{index}}</view>
 *
 * becomes
 *
 *     exports.render = function (d, $) { return [
 *       $.each(d.rows, [d.on], function (item) { return item?.id; }, function (item, index) { return [
 *         $.el('view', {class: 'row ' + $.text(d.on ? 'on' : ''), onTap: 'pick'}, null, [$.text(item?.label) + ' · ' + $.text(index)]),
 *       ]; }),
 *     ]; };
 */
export interface TemplateModule {
  /** The file's own nodes. */
  render: Render;
  /** `<template name>`s of the file and of those that it imports. */
  templates: Templates;
}
/** @param d the data that names in expressions are looked up in */
export type Render = (d: Readonly<Record<string, unknown>>, $: Toolkit) => Child[];
export type Templates = Readonly<Record<string, Render>>;

/** A node of the runtime's own kind, a text, a list, or nothing. */
export type Child = object | string | number | null | undefined | false | Child[];

/**
 * Attributes as they stand in the source, in that order: `class`, `data-id`, `onTap`, `catchTap`, `maxLength` … A value that is
 * one expression keeps its type, a mixed one is text, one without a value is true. `{{...object}}` is spread in its place.
 */
export type Attrs = Readonly<Record<string, unknown>>;

/** What stands inside of a component, by slot (`default`: what names none). `scope`: what a scoped slot hands out. */
export type Slots = Readonly<Record<string, (scope: unknown) => Child[]>>;

export interface Toolkit {
  /**
   * An element of a tag that the platform defines (tags.ts). Attributes that do not depend on data are one object, the
   * same at each call.
   * @param key of `key="{{…}}"`; null: none
   */
  el(tag: string, attrs: Attrs | null, key: unknown, children: readonly Child[] | null): Child;
  /** An element of any other tag: a component of `usingComponents`, or unknown. */
  comp(tag: string, attrs: Attrs | null, key: unknown, slots: Slots | null): Child;
  /**
   * `a:for`: over an array, an object (index is the name), a text or a number.
   * @param deps everything outside of `list`, `item` and `index` that `body` depends on: a row whose item, index and deps are
   *   the same need not be made again. Null: that is not known
   * @param key of `a:key`; null: by index
   * @param body with a parameter for `index` only when it uses that: a row that has moved is not made again then
   */
  each(
    list: unknown,
    deps: readonly unknown[] | null,
    key: ((item: unknown, index: unknown) => unknown) | null,
    body: (item: unknown, index: unknown) => Child[],
  ): Child;
  /** `<slot name>` of a component's template. @param fallback what stands inside of it; null: nothing */
  slot(name: unknown, scope: Attrs | null, fallback: (() => Child[]) | null): Child;
  /** `<template is data>`; a name that does not exist is a notice. */
  template(templates: Templates, name: unknown, data: Readonly<Record<string, unknown>>): Child;
  /** How a value stands in a text: nothing for null and undefined. */
  text(value: unknown): string;
}
