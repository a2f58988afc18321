#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QTemporaryDir>

/// A certificate for 127.0.0.1 and its key (EC), as files: one that signs itself and may sign others, or one
/// that `issuer` has signed.
struct Certificate
{
    explicit Certificate(const QByteArray& commonName = "relay.test", const Certificate* issuer = nullptr);

    QTemporaryDir directory;
    QString certificatePath;
    QString keyPath;
};
