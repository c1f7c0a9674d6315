// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"

#include <QWidget>

class QButtonGroup;

namespace lightwell {

class TextLabel;

/// The formats pictures can be written in, of which one holds. What this system cannot write is there too, off.
class FormatPanel : public QWidget
{
    Q_OBJECT
public:
    explicit FormatPanel(QWidget *parent = nullptr);
    [[nodiscard]] ImageFormat format() const;
    void setFormat(ImageFormat format); ///< silent; one that cannot be chosen is ignored

Q_SIGNALS:
    void edited();

private:
    void showLost();
    QButtonGroup *m_group;
    TextLabel *m_lost; ///< what the chosen one does not keep
};

} // namespace lightwell
