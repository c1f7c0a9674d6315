// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"
#include "tests/bench/encodedpicture.h"

#include <QImage>

namespace lightwell::bench {

/// cjxl and heif-enc, where they are installed: programs that come with libjxl and libheif. Each picture takes a
/// process of its own, whose start and reading of a PNG count, since nothing tells them apart.
class EncoderProgram
{
public:
    EncoderProgram(const QString &folder, const QImage &picture);

    [[nodiscard]] static QString nameFor(ImageFormat format); ///< empty: there is none
    /// `quality` 1 to 100 on the program's own scale; all else is its default.
    [[nodiscard]] EncodedPicture encode(ImageFormat format, int quality) const;

private:
    QString m_source; ///< a PNG that was packed lightly, so that it is read fast
    QString m_folder;
};

} // namespace lightwell::bench
