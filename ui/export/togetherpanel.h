// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportoptions.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace lightwell {

/// Whether several pictures become a file each, one animation (where the format has any) or one contact sheet.
class TogetherPanel : public QWidget
{
    Q_OBJECT
public:
    explicit TogetherPanel(QWidget *parent = nullptr);
    void setFormat(ImageFormat format);
    void setCount(int count); ///< of pictures
    void fill(ExportOptions &options) const;
    void show(const ExportOptions &options); ///< silent

Q_SIGNALS:
    void edited();

private:
    enum class Way { Apart, Animation, Sheet };
    [[nodiscard]] Way way() const;
    void fitFields();
    ImageFormat m_format = ImageFormat::Webp;
    int m_count = 1;
    QComboBox *m_way;
    QSpinBox *m_delay;
};

} // namespace lightwell
