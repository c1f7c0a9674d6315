// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/libraryentry.h"
#include "ui/views/viewedpicture.h"

#include <functional>

namespace lightwell {

class Catalog;

/// Pictures of the collection, as Loupe and A/B show them; those whose file is gone are left out.
[[nodiscard]] QList<ViewedPicture> viewedEntries(const QList<LibraryEntry> &entries, const Catalog &catalog,
                                                 const std::function<QString(const QString &id)> &providerName);

} // namespace lightwell
