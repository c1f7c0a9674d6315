// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"
#include "ui/widgets/sign.h"

#include <QObject>

#include <functional>

namespace lightwell {

class BudgetsModel;
class LimitsPane;

/// What a person does with limits: adds, changes and removes them.
class LimitActions : public QObject
{
    Q_OBJECT
public:
    LimitActions(BudgetsModel &model, LimitsPane &pane);
    void add(); ///< opens a dialog

Q_SIGNALS:
    void say(lightwell::Meaning meaning, const QString &text);
    void offer(lightwell::Meaning meaning, const QString &text, const QString &action,
               const std::function<void()> &act);

private:
    void save(const Budget &budget);
    void remove(const Budget &budget);
    void bringBack(const Budget &budget);
    BudgetsModel &m_model;
    LimitsPane &m_pane;
};

} // namespace lightwell
