// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <type_traits>

namespace lightwell {

/// Carries an answer to the thread of the one who asked. A signal rather than a posted call, because only a
/// connection is taken down safely when the receiver goes away on its own thread.
class Courier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void deliver(const std::function<void()> &call);
};

/// Wraps `answer` so that calling the result from any thread runs it on the thread of `context`, later and never
/// from within the call, and not at all if `context` is gone by then. To be called on the thread of `context`.
template<typename... Values>
[[nodiscard]] std::function<void(const Values &...)>
deliveredTo(QObject *context, std::type_identity_t<std::function<void(const Values &...)>> answer)
{
    auto courier = std::make_shared<Courier>();
    QObject::connect(
        courier.get(), &Courier::deliver, context, [](const std::function<void()> &call) { call(); },
        Qt::QueuedConnection);
    return [courier, answer = std::move(answer)](const Values &...values) {
        Q_EMIT courier->deliver([answer, values...] { answer(values...); });
    };
}

} // namespace lightwell
