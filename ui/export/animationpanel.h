// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportoptions.h"

#include <QWidget>

class QSpinBox;

namespace lightwell {

class Switch;

/// Whether several pictures become one animation, where the format has any.
class AnimationPanel : public QWidget
{
    Q_OBJECT
public:
    explicit AnimationPanel(QWidget *parent = nullptr);
    void setFormat(ImageFormat format);
    void setCount(int count); ///< of pictures
    [[nodiscard]] int delay() const; ///< see ExportOptions::delay
    void setDelay(int delay); ///< silent

Q_SIGNALS:
    void edited();

private:
    void fitFields();
    ImageFormat m_format = ImageFormat::Webp;
    int m_count = 1;
    Switch *m_isOne;
    QSpinBox *m_delay;
};

} // namespace lightwell
