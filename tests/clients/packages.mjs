// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The vendors' clients, from the node_modules folder named by LIGHTWELL_NODE_MODULES, so that nothing is installed
// inside the source tree.
import { File } from "node:buffer";
import { createRequire } from "node:module";
import { join } from "node:path";

const folder = process.env.LIGHTWELL_NODE_MODULES;
if (!folder) {
    throw new Error("LIGHTWELL_NODE_MODULES must name the folder with the packages of tests/clients/package.json");
}

// Debian 12's Node 18 has it, but not yet as a global, where the clients look for it.
globalThis.File ??= File;

export const load = createRequire(join(folder, "..", "package.json"));
