// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gateway/clientwish.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QSpinBox;

namespace lightwell {

class Button;
class Switch;
class TextLabel;

/// Who a client is and what it may: for a new one, and for the limits of one that is there.
class ClientDialog : public QDialog
{
    Q_OBJECT
public:
    enum class For { New, Standing };
    ClientDialog(For what, const ClientFields &fields, QWidget *parent = nullptr);
    void setProblem(const QString &text); ///< why it cannot be done; it can be tried again

Q_SIGNALS:
    void wanted(const lightwell::ClientWish &wish);

private:
    void build();
    QWidget *buildLimit();
    void addReplayModes();
    QWidget *buildEarly();
    static void addRow(QGridLayout &form, const QString &title, QWidget *field);
    [[nodiscard]] ClientFields fields() const;
    void updateState();
    void updateFields();
    void tell();
    const For m_for;
    QLineEdit *m_name;
    QLineEdit *m_amount;
    QComboBox *m_period;
    QLineEdit *m_models;
    QSpinBox *m_rate;
    QLineEdit *m_lastDay;
    QComboBox *m_replay;
    Switch *m_early;
    QCheckBox *m_managesKeys; ///< of a new one
    QCheckBox *m_disabled; ///< of one that is there
    TextLabel *m_problem;
    Button *m_save;
};

} // namespace lightwell
