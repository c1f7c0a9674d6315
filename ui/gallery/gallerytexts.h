// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/librarydetails.h"

#include <QDate>

/// What the gallery says of pictures.
namespace lightwell::gallerytexts {

[[nodiscard]] QString provider(const LibraryDetails &details, const QString &name); ///< "fal.ai, 4.1 s"
[[nodiscard]] QString file(const Picture &picture); ///< "1254 × 836, PNG 1.1 MB"
[[nodiscard]] QString seed(const LibraryDetails &details); ///< empty: nobody told one
/// What was asked for besides words, size and seed: "Quality: high, Steps: 28, Reference pictures: 2"; empty: nothing.
[[nodiscard]] QString settings(const Request &request);
[[nodiscard]] QString cost(const LibraryDetails &details); ///< "$0.045, estimated $0.045"
[[nodiscard]] QString exactCost(const LibraryDetails &details); ///< for a tip; empty: there is nothing to add
[[nodiscard]] QString made(const LibraryEntry &entry); ///< "18 July 2026, 9:20, by the command line"
[[nodiscard]] QString bytes(qint64 bytes); ///< "3.4 MB"
[[nodiscard]] QString day(QDate day); ///< "18 July 2026"

/// What a file's name is made of.
[[nodiscard]] Generation asGeneration(const LibraryEntry &entry);

} // namespace lightwell::gallerytexts
