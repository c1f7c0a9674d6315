// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportoptions.h"
#include "core/export/exportpreview.h"
#include "ui/widgets/sign.h"

#include <QString>

/// What the export page says.
namespace lightwell::exporttexts {

[[nodiscard]] QString bytes(qint64 amount); ///< "812 bytes", "107 KB", "1.44 MB"
[[nodiscard]] QString aboutBytes(qint64 amount); ///< "≈ 107 KB"
[[nodiscard]] QString writtenBytes(qint64 amount); ///< "107 KB"; 0: the picture is in one file with others
[[nodiscard]] QString allBytes(qint64 amount); ///< "106,829 bytes"
[[nodiscard]] QString change(qint64 from, qint64 to); ///< "−90 %", "+12 %", "as large"; empty where it cannot be said
[[nodiscard]] QString seconds(qint64 milliseconds); ///< "0.4 s", "under 0.1 s"
/// "AVIF, quality 90", "WebP, lossless", "PNG"
[[nodiscard]] QString encoding(const ExportOptions &options, std::optional<int> quality);
/// "AVIF 90", "PNG": a mark over the picture.
[[nodiscard]] QString mark(const ExportOptions &options, std::optional<int> quality);
/// What a format does not keep; empty: it keeps everything.
[[nodiscard]] QString whatIsLost(ImageFormat format);
/// Why a format cannot be chosen; empty: it can.
[[nodiscard]] QString whyNot(ImageFormat format);

/// How the picture compares, as a sign, words and a figure.
struct Remark
{
    Meaning meaning = Meaning::Ok;
    QString words;
    QString figure;
};
[[nodiscard]] Remark remark(const ExportPreview &preview);

} // namespace lightwell::exporttexts
