// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/request.h"

#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QSpinBox;

namespace lightwell {

class Button;
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
    /// Whether the shape of a reference picture can be taken, or is, since it has a mask. It is chosen once it can be,
    /// and the one before comes back with the last picture's end.
    enum class Follow { Never, Possible, Always };
    void setFollow(Follow follow);

Q_SIGNALS:
    void edited();

private:
    void buildExact();
    [[nodiscard]] QAbstractButton *shapeOf(const SizeRequest &size) const;
    QButtonGroup *m_group;
    Button *m_followed;
    Follow m_follow = Follow::Never;
    QAbstractButton *m_own; ///< the shape that was chosen without a picture
    QList<ShapeButton *> m_shapes;
    ShapeButton *m_exact;
    QWidget *m_exactBox;
    QSpinBox *m_width;
    QSpinBox *m_height;
    ChoiceBox *m_fit;
};

} // namespace lightwell
