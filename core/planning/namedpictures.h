// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>

namespace lightwell {

/// Whether a field nobody knows speaks of a picture that did not come along: a link to one, or what a vendor or a file
/// store calls it. `path`: the field's name with those of the objects around it ("photo.url"), and
/// within lists and objects the names found there go on from it.
[[nodiscard]] bool namesPicture(const QString &path, const QJsonValue &value);

} // namespace lightwell
