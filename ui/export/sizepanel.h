// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportoptions.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace lightwell {

class TextLabel;

/// Which pixels pictures leave with, and what stands behind what is transparent.
class SizePanel : public QWidget
{
    Q_OBJECT
public:
    explicit SizePanel(QWidget *parent = nullptr);
    void setFormat(ImageFormat format); ///< whether a ground is needed
    void fill(ExportOptions &options) const;
    void show(const ExportOptions &options); ///< silent
    void tell(QSize from, QSize to); ///< what becomes of the picture looked at; empty: not known

Q_SIGNALS:
    void edited();

private:
    void fitFields();
    ImageFormat m_format = ImageFormat::Webp;
    QComboBox *m_fit;
    QWidget *m_pixels;
    QSpinBox *m_width;
    QSpinBox *m_height;
    QCheckBox *m_never;
    TextLabel *m_told;
    QWidget *m_groundRow;
    QComboBox *m_ground;
};

} // namespace lightwell
