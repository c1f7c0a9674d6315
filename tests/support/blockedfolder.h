// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>

namespace lightwell::test {

/// Makes a media folder that takes no picture, as on a full or read-only disk, also from one who may do everything:
/// where its folders should be there are files.
inline bool blockMediaFolder(const QString &path)
{
    bool done = QDir().mkpath(path);
    for (int number = 0; number < 256; ++number) {
        QFile inTheWay(path + QStringLiteral("/%1").arg(number, 2, 16, QLatin1Char('0')));
        done = inTheWay.open(QIODevice::WriteOnly) && done;
    }
    return done;
}

} // namespace lightwell::test
