// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sign.h"

#include <QObject>

#include <functional>
#include <optional>

class QWidget;

namespace lightwell {

class CompareSession;

/// Clears runs from the page, or takes single cells off it, and brings back what went last.
class RunRemovals : public QObject
{
    Q_OBJECT
public:
    /// The keyboard goes from `clearButton` to `pane`, and not on whatever comes next.
    RunRemovals(CompareSession &session, QWidget *clearButton, QWidget *pane);
    void clear(bool unsavedToo = false);
    void takeOff(int run, int cell);
    void restore(); ///< what was cleared or taken off last

Q_SIGNALS:
    /// What was cleared and can be brought back, or what is only cleared when it is said again.
    void offer(lightwell::Meaning meaning, const QString &text, const QString &action,
               const std::function<void()> &act);

private:
    CompareSession &m_session;
    QWidget *m_clearButton;
    QWidget *m_pane;
    std::optional<std::pair<int, int>> m_off; ///< run and cell that were taken off last
};

} // namespace lightwell
