// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "ui/widgets/sign.h"

#include <QWidget>

namespace lightwell {

class Button;
class TextLabel;

/// A provider, how its key stands, and the one thing to do about it. Never has a key.
class KeyLine : public QWidget
{
    Q_OBJECT
public:
    enum class Does { Add, Use, Unlock };
    struct Look
    {
        Meaning meaning = Meaning::Neutral; ///< neutral: without a sign
        QString state;
        Does does = Does::Add;
        bool canKeep = false; ///< what only the environment has

        friend bool operator==(const Look &, const Look &) = default;
    };
    explicit KeyLine(const ProviderInfo &provider, QWidget *parent = nullptr);
    [[nodiscard]] const ProviderInfo &provider() const { return m_provider; }
    void show(const Look &look);

Q_SIGNALS:
    void addWanted();
    void useWanted();
    void unlockWanted();
    void keepWanted();

private:
    const ProviderInfo m_provider;
    Look m_look;
    Sign *m_sign;
    TextLabel *m_state;
    Button *m_act;
    Button *m_keep;
};

} // namespace lightwell
