// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace lightwell {

/// Lets the wheel scroll what can be scrolled, over controls too: they would take it for a change of their value.
class WheelScrolls : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    void watch(QWidget *widget); ///< if it is one of those controls
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace lightwell
