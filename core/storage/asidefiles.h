// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Files of the media store that are about to go and may still be needed: they lie where they lay, under a name that
/// nobody looks for (see MediaStore::setAside()).
namespace lightwell::asidefiles {

/// Yields the new name, another one each time: of two programs, neither takes away what the other has set aside since.
/// Empty: it could not be.
[[nodiscard]] QString setAside(const QString &path);
/// Those of a picture that are set aside in this folder get their name back.
void takeBack(const QString &folder, const QString &id);
[[nodiscard]] bool isAside(const QString &path);

} // namespace lightwell::asidefiles
