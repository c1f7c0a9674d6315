// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportoptions.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace lightwell {

class QualityControl;
class Switch;
class TextLabel;

/// How good and how small: only what means something for the format.
class EncodingPanel : public QWidget
{
    Q_OBJECT
public:
    explicit EncodingPanel(QWidget *parent = nullptr);
    void setFormat(ImageFormat format);
    void setAnimated(bool animated); ///< then no quality is found
    void fill(ExportOptions &options) const; ///< with what the fields say, for every format
    void show(const ExportOptions &options); ///< silent
    /// To encode what is shown; negative: not known. `isOneFile`: there will be no other.
    void setTook(qint64 milliseconds, bool isOneFile);

Q_SIGNALS:
    void edited();

private:
    void fitFields();
    [[nodiscard]] ExportOptions::Quality by() const;
    [[nodiscard]] bool isLossless() const;
    ImageFormat m_format = ImageFormat::Webp;
    bool m_isAnimated = false;
    QComboBox *m_by;
    QualityControl *m_quality;
    QSpinBox *m_kilobytes;
    QComboBox *m_effort;
    TextLabel *m_took;
    QComboBox *m_chroma;
    QSpinBox *m_colors;
    Switch *m_dither;
    Switch *m_progressive;
    struct Row
    {
        QWidget *label;
        QWidget *field;
    };
    QList<Row> m_rows;
};

} // namespace lightwell
