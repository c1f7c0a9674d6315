// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/gatewayreasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> gatewayRows()
{
    return {
        {reasons::notListening, QT_TRANSLATE_NOOP("Gateway", "The gateway cannot listen on %1, port %2.")},
        {reasons::portTaken,
         QT_TRANSLATE_NOOP("Gateway", "On %1, port %2 is used by another program. Choose another port.")},
        {reasons::portReserved,
         QT_TRANSLATE_NOOP("Gateway", "On %1, port %2 is reserved by the system. Choose a port from 1024 up.")},
        {reasons::addressNotHere,
         QT_TRANSLATE_NOOP("Gateway", "This computer does not have the address %1 (port %2). Choose one it has.")},
        {reasons::openWithoutKey,
         QT_TRANSLATE_NOOP("Gateway",
                           "Without a client key the gateway only listens on this computer (127.0.0.1). Ask for a "
                           "key, or choose that address.")},
        {reasons::originUnreadable,
         QT_TRANSLATE_NOOP("Gateway",
                           "\"%1\" is no origin. Write it like https://app.example or http://localhost:3000, in small "
                           "letters and without a path.")},
        {reasons::hostUnreadable,
         QT_TRANSLATE_NOOP("Gateway", "\"%1\" is no name of a computer. Write it like studio.lan.")},
        {reasons::tlsFileUnreadable, QT_TRANSLATE_NOOP("Gateway", "%1 has no certificate in PEM that can be read. %2")},
        {reasons::tlsKeyUnreadable,
         QT_TRANSLATE_NOOP("Gateway", "%1 has no key in PEM that can be read without a password.")},
        {reasons::tlsKeyOfAnother,
         QT_TRANSLATE_NOOP("Gateway", "The key in %1 does not belong to the certificate in %2.")},
        {reasons::tlsOutOfDate,
         QT_TRANSLATE_NOOP("Gateway", "The certificate in %1 is not valid now; its last day is %2. Renew it.")},
        {reasons::tlsNotKept,
         QT_TRANSLATE_NOOP("Gateway",
                           "The gateway's certificate cannot be kept in %1: %2. Make the folder writable, or "
                           "name a certificate of your own.")},
        {reasons::givenKeyUnsendable,
         QT_TRANSLATE_NOOP("Gateway",
                           "The gateway's key needs letters, digits and signs of plain ASCII without spaces. Leave it "
                           "out, and Lightwell makes one.")},
        {reasons::givenKeyGuessable,
         QT_TRANSLATE_NOOP("Gateway",
                           "This key is too easy to guess for a gateway that other computers can reach. Take at least "
                           "20 mixed characters, or leave it out, and Lightwell makes one.")},
        {reasons::gatewayKeyNotKept,
         QT_TRANSLATE_NOOP("Gateway",
                           "The gateway's key cannot be kept in %1: %2. Make the folder writable, or give a key with "
                           "--key.")},
        {reasons::gatewayKeyDamaged,
         QT_TRANSLATE_NOOP("Gateway",
                           "The file of the gateway's key, %1, is damaged: it has %2 bytes instead of %3. Put it back "
                           "from a copy, so that programs keep their key, or remove it: the next start makes a new "
                           "key.")},
        {reasons::clientNameMissing, QT_TRANSLATE_NOOP("Gateway", "A client needs a name.")},
        {reasons::clientNameUnusable, QT_TRANSLATE_NOOP("Gateway", "A client's name is one short line of text.")},
        {reasons::clientNameTaken,
         QT_TRANSLATE_NOOP("Gateway", "There is a client \"%1\" already. Choose another name, or revoke it first.")},
        {reasons::clientNameReserved,
         QT_TRANSLATE_NOOP("Gateway", "Lightwell itself uses the name \"%1\". Choose another name.")},
        {reasons::clientKeyRevoked, QT_TRANSLATE_NOOP("Gateway", "This key was revoked. Choose another one.")},
        {reasons::clientUnknown, QT_TRANSLATE_NOOP("Gateway", "There is no client \"%1\".")},
        {reasons::projectUnusable,
         QT_TRANSLATE_NOOP("Gateway",
                           "X-Lightwell-Project is a name of 1 to %1 characters that can be seen, in UTF-8.")},
        {reasons::callOfAnotherRun,
         QT_TRANSLATE_NOOP("Gateway",
                           "This call was begun by another run of Lightwell and has not ended. It may be billed; look "
                           "in Lightwell what became of it."),
         Bill::Said},
    };
}

} // namespace lightwell::wording
