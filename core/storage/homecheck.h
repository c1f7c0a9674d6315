// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"
#include "core/storage/paths.h"

#include <QList>

#include <optional>
#include <sys/types.h>

namespace lightwell {

/// Something about the folders and files of a home that lets other users of this computer in.
struct HomeFinding
{
    enum class Severity {
        Warning, ///< told at each start: it may be meant so, in a container or on a computer of one user
        Refused, ///< nothing is read or written there
    };
    Severity severity = Severity::Warning;
    QString code; ///< "other_owner", "unknown_owner", "writable_by_others", "not_a_file"
    QString path;
    Reason reason = {}; ///< what it means and what to do
};

/// What the rules go by.
struct PlaceFacts
{
    enum class Place {
        Folder, ///< one of ours
        Above, ///< a folder above it
        File, ///< one of ours
    };
    Place place = Place::Folder;
    uid_t owner = 0;
    mode_t mode = 0; ///< with the kind
    bool ownerHasAccount = true; ///< a user of that number exists here
};

/// The rules, for a program of the user `me`. Pure. What belongs to another user of this computer is refused, unless
/// the program runs as root, who has to know what he does: then it is told. What root owns, or a number nobody here has
/// (as volumes in containers do), may be used. Folders above may belong to anybody, but it is told. A folder of one's
/// own is made private when it is used, so its mode says nothing.
[[nodiscard]] std::optional<HomeFinding> judgePlace(const PlaceFacts &facts, uid_t me, const QString &path);

/// All findings about what there is already, links followed; the refused ones first. Opens and changes nothing.
[[nodiscard]] QList<HomeFinding> checkHome(const Paths &paths);

} // namespace lightwell
