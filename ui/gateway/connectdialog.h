// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gateway/connectprograms.h"
#include "ui/widgets/sign.h"

#include <QDialog>

class QListWidget;

namespace lightwell {

class ChoiceBox;
class ClientKey;
class CodeBox;
class TextLabel;

/// How programs are told of the gateway: a list of them, and what each needs, to be copied.
class ConnectDialog : public QDialog
{
    Q_OBJECT
public:
    /// `urls` are where the gateway is, that for this computer first; never empty.
    ConnectDialog(const QList<QUrl> &urls, ClientKey &key, QWidget *parent = nullptr);
    /// What stands in the way of a first call, a sentence each: the gateway is off, its certificate is unknown.
    void setHints(const QStringList &hints);

Q_SIGNALS:
    void say(lightwell::Meaning meaning, const QString &text);

private:
    QWidget *buildList();
    QWidget *buildText();
    QWidget *buildAddress();
    void showProgram(int row);
    [[nodiscard]] connectprograms::Access access() const; ///< at the chosen address
    void copyKey();
    const QList<QUrl> m_urls;
    const QString m_commandLine;
    const QList<connectprograms::Program> m_programs;
    ClientKey &m_key;
    QListWidget *m_list;
    TextLabel *m_name;
    TextLabel *m_place;
    ChoiceBox *m_address;
    QWidget *m_addressRow;
    CodeBox *m_code;
    QWidget *m_hints;
    TextLabel *m_hint;
};

} // namespace lightwell
