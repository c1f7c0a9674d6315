// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gateway/connectprograms.h"
#include "ui/widgets/sign.h"

#include <QDialog>

class QListWidget;

namespace lightwell {

class ClientKey;
class CodeBox;
class TextLabel;

/// How programs are told of the gateway: a list of them, and what each needs, to be copied.
class ConnectDialog : public QDialog
{
    Q_OBJECT
public:
    ConnectDialog(const QUrl &url, ClientKey &key, QWidget *parent = nullptr);
    /// What stands in the way of a first call, a sentence each: the gateway is off, its certificate is unknown.
    void setHints(const QStringList &hints);

Q_SIGNALS:
    void say(lightwell::Meaning meaning, const QString &text);

private:
    QWidget *buildList();
    QWidget *buildText();
    void showProgram(int row);
    void copyKey();
    const connectprograms::Access m_access;
    const QList<connectprograms::Program> m_programs;
    ClientKey &m_key;
    QListWidget *m_list;
    TextLabel *m_name;
    TextLabel *m_place;
    CodeBox *m_code;
    QWidget *m_hints;
    TextLabel *m_hint;
};

} // namespace lightwell
