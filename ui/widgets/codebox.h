// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QPlainTextEdit;

namespace lightwell {

/// Text to be taken elsewhere, in the system's fixed font, with a way to copy it.
class CodeBox : public Card
{
    Q_OBJECT
public:
    CodeBox(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);
    void setCode(const QString &code);

Q_SIGNALS:
    void copied();

private:
    QPlainTextEdit *m_text;
};

} // namespace lightwell
