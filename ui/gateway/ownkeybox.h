// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "ui/widgets/sign.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLineEdit;

namespace lightwell {

class Button;
class ClientKey;

/// The key of this computer's own programs: hidden until it is asked for, and again after a minute.
class OwnKeyBox : public QWidget
{
    Q_OBJECT
public:
    explicit OwnKeyBox(ClientKey &key, QWidget *parent = nullptr);
    void hideKey();

Q_SIGNALS:
    void say(lightwell::Meaning meaning, const QString &text);

private:
    void build();
    void fetch(const std::function<void(const QByteArray &)> &then);
    void showKey(bool shown);
    ClientKey &m_source;
    QLineEdit *m_key;
    Button *m_show;
    QTimer m_hideSoon;
};

} // namespace lightwell
