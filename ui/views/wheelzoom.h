// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <cmath>
#include <optional>

namespace lightwell {

constexpr double zoomStep = 1.25; ///< of a notch of the wheel, a press of + and a button

/// By how many times a turn of the wheel makes pictures larger; finer wheels and touch pads send parts of a notch.
[[nodiscard]] inline double wheelFactor(const QWheelEvent *event)
{
    constexpr double notch = 120;
    return std::pow(zoomStep, event->angleDelta().y() / notch);
}

/// The same for two fingers on a touch pad; nothing: that is no such event.
[[nodiscard]] inline std::optional<double> pinchFactor(const QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<const QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            return 1 + gesture->value();
        }
    }
    return std::nullopt;
}

} // namespace lightwell
