// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/projectname.h"

#include <algorithm>

namespace lightwell {

bool isProjectName(const QString &name)
{
    if (name.isEmpty() || name.size() > longestProjectName || name.trimmed() != name || !name.isValidUtf16()) {
        return false;
    }
    const QList<uint> letters = name.toUcs4();
    return std::all_of(letters.begin(), letters.end(), [](uint letter) {
        // Marks of direction would show a name as another one.
        return QChar::isPrint(letter) && QChar::category(letter) != QChar::Other_Format;
    });
}

} // namespace lightwell
