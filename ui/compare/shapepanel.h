// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/request.h"

#include <QWidget>

class QButtonGroup;
class QSpinBox;

namespace lightwell {

class ChoiceBox;
class ShapeButton;

/// The wished shape: a ratio at a click, or exact pixels and how to reach them.
class ShapePanel : public QWidget
{
    Q_OBJECT
public:
    explicit ShapePanel(QWidget *parent = nullptr);
    [[nodiscard]] SizeRequest size() const;
    [[nodiscard]] Fit fit() const;
    void set(const SizeRequest &size, Fit fit);

Q_SIGNALS:
    void edited();

private:
    void buildExact();
    QButtonGroup *m_group;
    QList<ShapeButton *> m_shapes;
    ShapeButton *m_exact;
    QWidget *m_exactBox;
    QSpinBox *m_width;
    QSpinBox *m_height;
    ChoiceBox *m_fit;
};

} // namespace lightwell
