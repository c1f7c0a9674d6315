// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelquery.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace lightwell {
class Engine;
class Journal;
class Keyring;
class Ledger;
class MediaStore;
} // namespace lightwell

namespace lightwell::mcp {

class Jobs;

/// What calls work with. Outlives them.
struct Surroundings
{
    Engine &engine;
    Journal &journal;
    Ledger &ledger;
    MediaStore &media;
    Keyring &keyring;
    Jobs &jobs;
    Catalog catalog;
    std::optional<ModelIndex> index; ///< of the catalog, priced; nothing: nobody has asked for it yet
    QByteArray secret; ///< of this run: signs what questions were about
    std::chrono::milliseconds questionTime = std::chrono::minutes(10); ///< for the user to answer one
};

} // namespace lightwell::mcp
