// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace lightwell::bench {

/// What an encoder that is not ours made of a picture.
struct EncodedPicture
{
    double milliseconds = 0; ///< median of the rounds
    QByteArray bytes;
    QString complaint; ///< not empty: it does not do this
};

} // namespace lightwell::bench
