// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explain/explaincard.h"

namespace lightwell {

/// The message to the provider, without the key and the bytes of pictures.
class MessageCard : public ExplainCard
{
    Q_OBJECT
public:
    explicit MessageCard(QWidget *parent = nullptr);
    void show(const Explanation &explanation, const Names &names);

private:
    QString m_text;
};

} // namespace lightwell
