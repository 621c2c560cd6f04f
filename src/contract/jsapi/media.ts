import { z } from 'zod/mini';

/** Arguments of the calls for pictures and files (the platform's pages on media, file and network). */
const path = z.string().check(z.minLength(1), z.maxLength(16_000_000));
const header = z.nullish(z.record(z.string(), z.unknown()));
const SOURCES = ['camera', 'album'] as const;

export const chooseImageArgs = z.object({
  count: z.nullish(z.int().check(z.minimum(1), z.maximum(100))),
  sourceType: z.nullish(z.union([z.enum(SOURCES), z.array(z.enum(SOURCES))])),
});

export const previewImageArgs = z.object({
  urls: z.array(path).check(z.minLength(1), z.maxLength(100)),
  current: z.nullish(z.union([z.int(), z.string()])),
});

export const saveImageArgs = z.object({ url: z.nullish(path), filePath: z.nullish(path) });

export const openDocumentArgs = z.object({ filePath: path, fileType: z.nullish(z.string()) });

/** `fileName` is the older name of `name`. */
export const uploadFileArgs = z.object({
  url: z.string(),
  filePath: path,
  name: z.nullish(z.string()),
  fileName: z.nullish(z.string()),
  fileType: z.nullish(z.string()),
  header,
  headers: header,
  formData: z.nullish(z.record(z.string(), z.unknown())),
});

export const downloadFileArgs = z.object({ url: z.string(), header, headers: header });
