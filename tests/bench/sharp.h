// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"
#include "tests/bench/encodedpicture.h"
#include "tests/bench/measurement.h"

#include <QImage>
#include <QProcess>

namespace lightwell::bench {

/// sharp from npm, encoding one picture over and over in a node process of its own.
class Sharp
{
public:
    Sharp(const Setup &setup, const QImage &picture);
    ~Sharp();

    [[nodiscard]] bool isThere() const { return m_complaint.isEmpty(); }
    [[nodiscard]] QString complaint() const { return m_complaint; } ///< why it is not
    [[nodiscard]] QString version() const { return m_version; }

    /// `quality` 1 to 100 on sharp's own scale; 0: its default, or none where the format has none.
    [[nodiscard]] EncodedPicture encode(ImageFormat format, int quality, int rounds);

private:
    [[nodiscard]] QJsonObject readLine();

    QString m_folder;
    QString m_complaint;
    QString m_version;
    QProcess m_process;
};

} // namespace lightwell::bench
