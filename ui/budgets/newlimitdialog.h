// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"

#include <QDialog>

#include <functional>

class QComboBox;

namespace lightwell {

class LimitForm;

/// Whom a new limit could be for: values and how they are called.
struct LimitScopes
{
    using Choices = QList<std::pair<QString, QString>>;
    Choices providers;
    Choices models;
    Choices clients;
    Choices projects;
};

/// A new limit: for whom, over what time, how much; with what it would do.
class NewLimitDialog : public QDialog
{
    Q_OBJECT
public:
    NewLimitDialog(const LimitScopes &scopes, QWidget *parent);
    [[nodiscard]] std::optional<Budget> budget() const; ///< as the fields say
    [[nodiscard]] Budget scope() const; ///< the same without an amount
    void setConsequence(const QString &text, bool stops);
    void setProblem(const QString &text);

Q_SIGNALS:
    void edited(); ///< another scope, time or amount
    void saved(const lightwell::Budget &budget);

private:
    void build();
    void showWhom();
    LimitScopes m_scopes;
    QComboBox *m_kind;
    QComboBox *m_whom;
    QComboBox *m_period;
    LimitForm *m_form;
};

} // namespace lightwell
